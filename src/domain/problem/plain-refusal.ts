/** Something that the person at the shell can put right: `message` is the Japanese sentence for them, and no trace is shown. */
export class PlainRefusal extends Error {}
