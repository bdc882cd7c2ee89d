import { rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeCsvFiles } from '../src/documents/csv/write-csv-files.ts';
import { canonicalEdition, sealEdition } from '../src/documents/edition-json/edition-json.ts';
import type { PublishedEdition } from '../src/domain/edition/edition.ts';
import { giveBackMemory } from '../src/give-back-memory.ts';
import type { EditionWithDocuments } from '../src/publication/build-outputs.tsx';
import type { Manifest } from '../src/publication/manifest.ts';
import { publishFolder } from '../src/publication/publish-folder.ts';
import { median, table } from './statistics.ts';

/** How often the figures are taken on the way. */
const intervals = 12;

/** What one stretch of municipalities took. */
interface Stretch {
  readonly from: number;
  readonly upTo: number;
  readonly filesASecond: number;
  readonly megabytesASecond: number;
  /** For one municipality: time that passed, processor of the program, processor of the system for it. */
  readonly milliseconds: number;
  readonly program: number;
  readonly system: number;
  /** Resident at its end, and what JavaScript holds after everything was collected: that one would grow with anything that is kept. */
  readonly memory: number;
  readonly held: number;
}

/**
 * One folder with the public side of every municipality below it: 65 items, 7 indicators, CSV and JSON each; made one after the other,
 * none held. The figures are taken at regular intervals; those of the processor show whether the work stays the same also while the
 * machine does something else.
 *
 * Nothing is deleted on the way where the disk has room for all: ext4 gives the place of a deleted file out again only minutes later
 * (fs/ext4/ialloc.c, recently_deleted) and walks past every such place for each new file, so that a bench that deletes measures that.
 */
export async function benchNation(folder: string, sample: PublishedEdition, count: number): Promise<void> {
  const nation = join(folder, 'nation');
  const every = Math.ceil(count / intervals);
  const stretches: Stretch[] = [];
  let room = true;
  let watch = startWatch(0);
  for (let index = 1; index <= count; index += 1) {
    const { manifest, files, bytes } = await publishFolder([municipality(sample, index)], {}, join(nation, String(index)));
    if (index === 1) room = await hasRoom(nation, manifest, count);
    watch.files += files;
    watch.bytes += bytes;
    if (index % every !== 0 && index !== count) continue;
    const stretch = readWatch(watch, index);
    stretches.push(stretch);
    console.error(row(stretch).join(' | '));
    if (!room) rmSync(nation, { recursive: true, force: true });
    watch = startWatch(index);
  }
  console.log(`\n## A folder with ${count.toLocaleString('en-GB')} municipalities × 65 items (of 1,788)\n`);
  if (!room) console.log('The disk has no room for all: each stretch was deleted when it was measured, and the time of the system grows with that.\n');
  console.log(table(['municipalities', 'files/s', 'MB/s', 'ms each', 'processor ms each', 'of the system', 'memory MB', 'held MB'], stretches.map(row)));
  if (stretches.length > 3) console.log(`\n${constancy(stretches.slice(1))}`);
}

function startWatch(after: number) {
  return { after, at: performance.now(), processor: process.cpuUsage(), files: 0, bytes: 0 };
}

function readWatch(watch: ReturnType<typeof startWatch>, upTo: number): Stretch {
  const elapsed = performance.now() - watch.at;
  const { user, system } = process.cpuUsage(watch.processor);
  const { rss } = process.memoryUsage();
  giveBackMemory();
  const { heapUsed } = process.memoryUsage();
  const each = 1 / (upTo - watch.after);
  return {
    from: watch.after + 1, upTo, filesASecond: watch.files / elapsed * 1000, megabytesASecond: watch.bytes / elapsed / 1000, milliseconds: elapsed * each,
    program: user / 1000 * each, system: system / 1000 * each, memory: rss / 1_000_000, held: heapUsed / 1_000_000,
  };
}

function row({ from, upTo, filesASecond, megabytesASecond, milliseconds, program, system, memory, held }: Stretch): string[] {
  return [
    `${from.toLocaleString('en-GB')} to ${upTo.toLocaleString('en-GB')}`, filesASecond.toFixed(0), megabytesASecond.toFixed(1), milliseconds.toFixed(0),
    (program + system).toFixed(0), system.toFixed(0), memory.toFixed(0), held.toFixed(1),
  ];
}

/** The second half against the first, without the first stretch, in which the program grows warm. */
function constancy(stretches: readonly Stretch[]): string {
  const half = stretches.length >> 1;
  const ratio = (of: (stretch: Stretch) => number) => (median(stretches.slice(-half).map(of)) / median(stretches.slice(0, half).map(of))).toFixed(2);
  return `second half / first half, without the first stretch: files/s ${ratio((stretch) => stretch.filesASecond)}, processor of the program ${ratio(({ program }) => program)}, of the system ${ratio(({ system }) => system)}, memory ${ratio(({ memory }) => memory)}, held ${ratio(({ held }) => held)} (1 is constant)`;
}

/** Whether the disk takes as many as this one, in blocks and inodes, and keeps a tenth of its room. */
async function hasRoom(place: string, { files }: Manifest, count: number): Promise<boolean> {
  const { bsize, bavail, ffree, files: inodes } = await statfs(place);
  const folders = new Set(Object.keys(files).flatMap((path) => path.split('/').map((_, depth, parts) => dirname(parts.slice(0, depth + 1).join('/')))));
  const blocks = Object.values(files).reduce((total, { bytes }) => total + Math.ceil(bytes / bsize), folders.size);
  const entries = Object.keys(files).length + folders.size;
  // Some file systems have as many inodes as they like, and say so with a zero.
  return blocks * count < bavail * 0.9 && (inodes === 0 || entries * count < ffree * 0.9);
}

function municipality({ edition }: PublishedEdition, index: number): EditionWithDocuments {
  const published = sealEdition({ ...edition, municipality: { ...edition.municipality, name: `架空の市${index}` }, plan: { ...edition.plan, title: `架空の市${index}の計画` } });
  return { published, documents: [...writeCsvFiles(published).map(({ name, bytes }) => ({ path: `data/${name}`, bytes })), { path: 'edition.json', bytes: new TextEncoder().encode(canonicalEdition(published.edition)) }] };
}
