import { encode } from 'uqr';

/** Light modules around the code, without which a camera does not find it. Source: ISO/IEC 18004, quiet zone. */
const quietZone = 4;

/** An address as a QR code (二次元コード) that a phone reads: black on white whatever the colours of the screen, without a style of its own. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const { size, data } = encode(address, { ecc: 'M', border: quietZone });
  return (
    <svg class="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="240" height="240" shape-rendering="crispEdges">
      <rect width={String(size)} height={String(size)} fill="#ffffff" />
      <path d={pathOf(data)} fill="#000000" />
    </svg>
  );
}

/** Each run of dark modules in a row as one rectangle. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)]
    .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)).join('');
}
