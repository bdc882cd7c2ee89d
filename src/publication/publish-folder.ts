import { manifestEditions } from './build-bundle.ts';
import type { EditionWithDocuments } from './build-outputs.tsx';
import { buildSite, type SiteOptions } from './build-site.ts';
import { type WrittenFolder, writeFolder } from './write-folder.ts';

/**
 * Writes the whole public side as a folder that any web server, or a disk, can serve: the very bytes that the app serves.
 *
 * @throws OutputFolderRefused when `out` exists and was not made by us
 */
export function publishFolder(editions: readonly EditionWithDocuments[], options: SiteOptions, out: string): Promise<WrittenFolder> {
  return writeFolder(out, { files: buildSite(editions, options), editions: manifestEditions(editions) });
}
