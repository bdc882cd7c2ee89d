const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A secret in Base32 without padding (RFC 4648), as authenticator apps take it. The bytes are those of the text. */
export function otpKey(secret: string): string {
  const bits = [...new TextEncoder().encode(secret)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** The address that opens an authenticator app with the key in it. */
export function otpAddress(secret: string, staffNumber: string): string {
  return `otpauth://totp/${encodeURIComponent('あゆみ')}:${encodeURIComponent(staffNumber)}?${new URLSearchParams({ secret: otpKey(secret), issuer: 'あゆみ', digits: '6', period: '30' })}`;
}
