// The child process that reads foreign files, one after the other, until it is ended. It may read this program and nothing else: no writing, no network, no other process.
import type { ReadOrder } from './read-workbook.ts';
import { parseWorkbook } from './parse-workbook.ts';

process.on('message', ({ bytes, name, limits }: ReadOrder) => {
  void parseWorkbook(bytes, name, limits).then((read) => { process.send?.(read); });
});
