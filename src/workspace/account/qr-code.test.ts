import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { otpAddress } from './otp-address.ts';
import { QrCode } from './qr-code.tsx';

const address = otpAddress('a secret of some length, as it is', 'D100');
const svg = String(QrCode({ address, label: '鍵' }));

/** The dark modules that the drawing covers. */
function modulesIn(drawing: string): string[] {
  return [...drawing.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].flatMap(([, x, y, width]) => Array.from({ length: Number(width) }, (_, index) => `${Number(x) + index} ${y}`));
}

test('draws every dark module of the code and no other, with a quiet zone of four', () => {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((module, x) => (module ? [`${x} ${y}`] : [])));
  expect(modulesIn(svg).toSorted()).toEqual(dark.toSorted());
  const places = modulesIn(svg).flatMap((place) => place.split(' ').map(Number));
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
});

test('needs nothing that the policy of the staff side forbids, and stays black on white', () => {
  expect(svg).not.toMatch(/style|script|href|currentColor/);
  expect(svg).toContain('<rect width="');
  expect(svg).toContain('fill="#ffffff"');
  expect(svg).toContain('fill="#000000"');
});
