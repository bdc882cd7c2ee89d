// Prints a page to PDF in a fresh headless Chromium. Use: node bench/print-page.ts <page.html> <out.pdf>
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../tests/browser.ts';

const [page = '', out = ''] = process.argv.slice(2);
const browser = await startBrowser();
const opened = await browser.newPage();
await opened.goto(pathToFileURL(page).href);
await opened.pdf({ path: out, format: 'A4', tagged: true, outline: true });
await browser.close();
