import { createRequire } from 'node:module';

/**
 * Whether the compiler of the PDF exists for this kind of machine. The registry has it for Linux on x64; elsewhere everything
 * but the two PDFs is made, and the user is told.
 */
export function canWritePdf(): boolean {
  const require = createRequire(import.meta.url);
  const platform = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}`;
  return ['', '-gnu', '-musl', '-msvc', '-gnueabihf'].some((variant) => {
    try {
      require.resolve(`${platform}${variant}`);
      return true;
    } catch {
      return false;
    }
  });
}
