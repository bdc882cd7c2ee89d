import type { Parts } from './read-part.ts';

/** Formats that a file need not spell out, as a Japanese Excel shows them. Source: ECMA-376 part 1, 18.8.30, with the list for ja-jp. */
const wareki = '[$-411]ggge"年"m"月"d"日"';
const builtIn: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy',
  18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm', 27: '[$-411]ge.m.d', 28: wareki, 29: wareki,
  30: 'm/d/yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"', 35: 'm"月"d"日"', 36: '[$-411]ge.m.d',
  37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss', 49: '@', 50: '[$-411]ge.m.d', 51: wareki,
  52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: wareki, 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: '[$-411]ge.m.d', 58: wareki,
};

/** The number format of every cell style, by its index in the file. */
export async function readNumberFormats(parts: Parts, path: string | null): Promise<string[]> {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCellFormats = false;
  if (path !== null) {
    await parts.readXml(path, {
      open(name, attribute) {
        if (name === 'numFmt') own.set(Number(attribute('numFmtId')), (attribute('formatCode') ?? '').slice(0, 255));
        else if (name === 'cellXfs') inCellFormats = true;
        else if (name === 'xf' && inCellFormats && formats.length < 70_000) {
          const id = Number(attribute('numFmtId') ?? 0);
          formats.push(own.get(id) ?? builtIn[id] ?? 'General');
        }
      },
      close(name) { if (name === 'cellXfs') inCellFormats = false; },
      text() {},
    });
  }
  return formats;
}

export interface ShownNumber { readonly kind: 'number' | 'date' | 'percent'; readonly text: string; readonly value: number | string }

/** A stored number as the sheet shows it. */
export function showNumber(value: number, format: string, date1904: boolean): ShownNumber {
  const bare = withoutLiterals(format.split(';')[0] ?? '');
  if (/[ymdhsge]/i.test(bare.replace(/General/gi, '')) && !/[#0?]/.test(bare.replace(/s\.0+/g, ''))) {
    const moment = momentOf(value, date1904);
    if (moment) return { kind: 'date', text: showMoment(moment, format.split(';')[0] ?? ''), value: isoOf(moment) };
  }
  if (bare.includes('%')) return { kind: 'percent', text: showDecimal(value, format), value };
  return { kind: 'number', text: /^(General|@|)$/i.test(bare.trim()) || !/[0#?]/.test(bare) ? plain(value) : showDecimal(value, format), value };
}

/** Fifteen digits are what Excel keeps; the sixteenth is the machine's. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '');
}

function showDecimal(value: number, format: string): string {
  const sections = splitSections(format);
  const negative = value < 0;
  const section = (negative ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? '';
  const code = section.replace(/\[[^\]]*\]/g, '').replace(/_./g, ' ').replace(/\*./g, '');
  const match = /[#0?][#0?,]*(?:\.[#0?]*)?/.exec(withPlaceholders(code));
  if (!match) return literal(code);
  if (/[eE][+-]|\//.test(withoutLiterals(code))) return plain(value);
  const digits = match[0];
  const [whole = '', part = ''] = digits.split('.');
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0;
  let scaled = Math.abs(value) / 1000 ** thousands;
  if (withoutLiterals(section).includes('%')) scaled *= 100;
  const places = Math.min(part.length, 20);
  let text = Number(scaled.toPrecision(15)).toFixed(places);
  if (part.includes('#')) {
    const least = part.lastIndexOf('0') + 1;
    while (text.includes('.') && text.endsWith('0') && text.length - text.indexOf('.') - 1 > least) text = text.slice(0, -1);
    text = text.replace(/\.$/, '');
  }
  const [integer = '', decimals] = text.split('.');
  const zeros = whole.replace(/[^0]/g, '').length;
  const padded = integer === '0' && zeros === 0 && decimals !== undefined ? '' : integer.padStart(zeros, '0');
  const grouped = whole.replace(/,+$/, '').includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const number = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  const shown = literal(code.slice(0, match.index)) + number + literal(code.slice(match.index + digits.length));
  return (negative && sections.length < 2 ? `-${shown.trim()}` : shown).trim();
}

function splitSections(format: string): string[] {
  return format.match(/(?:"[^"]*"?|\\.|[^;])+/g) ?? [format];
}

/** The code with its literals blotted out, place for place, so that a digit inside quotes is not taken for a placeholder. */
function withPlaceholders(code: string): string {
  return code.replace(/"[^"]*"?|\\./g, (text) => ' '.repeat(text.length));
}

function literal(code: string): string {
  return code.replace(/"([^"]*)"?|\\(.)/g, (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '');
}

/** A serial number as a moment of the calendar. Excel believes that 1900 was a leap year. */
function momentOf(serial: number, date1904: boolean): Date | null {
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (!(serial >= 0) || days >= 2_958_466) return null;
  return new Date(Math.round((days - 25_569) * 86_400) * 1000);
}

function isoOf(moment: Date): string {
  const text = moment.toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19);
}

const eras = [{ from: '2019-05-01', first: 2019, name: '令和', letter: 'R' }, { from: '1989-01-08', first: 1989, name: '平成', letter: 'H' }, { from: '1926-12-25', first: 1926, name: '昭和', letter: 'S' }, { from: '1912-07-30', first: 1912, name: '大正', letter: 'T' }, { from: '0', first: 1868, name: '明治', letter: 'M' }] as const;

function showMoment(moment: Date, format: string): string {
  const iso = moment.toISOString();
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
  const [hour, minute, second] = [Number(iso.slice(11, 13)), iso.slice(14, 16), iso.slice(17, 19)];
  const era = eras.find(({ from }) => iso >= from)!;
  const two = (number: number) => String(number).padStart(2, '0');
  const noon = /am\/pm/i.test(format);
  const shownHour = noon ? hour % 12 || 12 : hour;
  let afterHour = false;
  const shown = format.replace(/\[h+\]/gi, 'h').replace(/\[[^\]]*\]/g, '').replace(
    /"([^"]*)"?|\\(.)|_.|\*.|am\/pm|g+|e+|y+|a{3,}|d+|h+|s+(?:\.0+)?|m+(?=\W*s)|m+/gi,
    (token, quoted: string | undefined, escaped: string | undefined) => {
      if (quoted !== undefined || token === '""') return quoted ?? '';
      if (escaped !== undefined) return escaped;
      const length = token.length;
      const minutes = /^m+$/i.test(token) && afterHour;
      afterHour = /^h/i.test(token);
      if (minutes) return minute;
      switch (token[0]!.toLowerCase()) {
        case 'y': return length > 2 ? String(year) : two(year % 100);
        case 'e': return length > 1 ? two(year - era.first + 1) : String(year - era.first + 1);
        case 'g': return length === 1 ? era.letter : length === 2 ? era.name[0]! : era.name;
        case 'm': return length === 1 ? String(month) : length === 2 ? two(month) : length > 3 ? monthNames[month - 1]! : monthNames[month - 1]!.slice(0, 3);
        case 'd': return length === 1 ? String(day) : length === 2 ? two(day) : dayNames[moment.getUTCDay()]!;
        case 'a': return length === 5 ? (hour < 12 ? 'AM' : 'PM') : length === 3 ? weekdays[moment.getUTCDay()]! : `${weekdays[moment.getUTCDay()]!}曜日`;
        case 'h': return length > 1 ? two(shownHour) : String(shownHour);
        case 's': return second;
        default: return '';
      }
    },
  );
  return shown.trim();
}

const weekdays = ['日', '月', '火', '水', '木', '金', '土'];
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
