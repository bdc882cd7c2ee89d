import { setImmediate } from 'node:timers/promises';
import type { StreamedFile } from '../documents/zip/stream-zip.ts';
import { manifestEditions } from './build-bundle.ts';
import { compress, isCompressible } from './compressed.ts';
import { describeFile, type ManifestFile, manifestName, manifestText } from './manifest.ts';
import type { PublishedFiles } from './published-files.ts';

/** The files of a folder in a zip; more than this many, with their compressed forms, a plain zip does not carry. */
export const mostFilesInZip = 60_000;

/**
 * The public side as it is served, as the files of a folder below `public/`: the very bytes, their compressed forms, and the manifest
 * last. One after the other, so that they can be sent while they are made.
 */
export async function* folderFiles({ files, sites }: PublishedFiles): AsyncGenerator<StreamedFile> {
  const described: Record<string, ManifestFile> = {};
  const put = (path: string, data: Uint8Array): StreamedFile => {
    described[path] = describeFile(data);
    return { name: `public/${path}`, data };
  };
  for (const [path, { bytes }] of files) {
    yield put(path, bytes);
    if (!isCompressible(path)) continue;
    for (const { ending, bytes: smaller } of compress(bytes)) yield put(path + ending, smaller);
    // Whoever else asks the server is answered between two files.
    await setImmediate();
  }
  const editions = manifestEditions(sites.map(({ published }) => ({ published })));
  yield { name: `public/${manifestName}`, data: new TextEncoder().encode(manifestText({ format: 'ayumi-manifest/1', editions, files: described })) };
}
