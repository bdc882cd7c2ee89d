// The child process that reads one foreign file. It may read this program and nothing else: no writing, no network, no other process.
import type { ReadOrder } from './read-workbook.ts';
import { parseWorkbook } from './parse-workbook.ts';

process.once('message', ({ bytes, name, limits }: ReadOrder) => {
  void parseWorkbook(bytes, name, limits).then((read) => {
    process.send?.(read, undefined, undefined, () => process.disconnect?.());
  });
});
