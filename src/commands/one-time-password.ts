import { randomInt } from 'node:crypto';

/** No letter that is taken for another when it is read from paper. */
const characters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that is shown once and must be changed at the first sign-in: 16 characters in groups of four, 79 bits. */
export function oneTimePassword(): string {
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('')).join('-');
}
