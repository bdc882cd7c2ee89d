import { expect, test } from 'vitest';
import { isMunicipalityCode } from './municipality.ts';

test('a municipality code is six digits with a right check digit', () => {
  // 狛江市, 札幌市, 千代田区, 大阪市, 那覇市, 東京都
  for (const code of ['132195', '011002', '131016', '271004', '472018', '130001']) expect(isMunicipalityCode(code), code).toBe(true);
  for (const code of ['132194', '13219', '1321950', '１３２１９５', '']) expect(isMunicipalityCode(code), code).toBe(false);
});
