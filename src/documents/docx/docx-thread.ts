// The thread that writes one Word document and ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { writeReportDocx } from './write-report-docx.ts';

const bytes = await writeReportDocx(workerData as PublishedEdition);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
