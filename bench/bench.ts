// npm run bench [-- building folder serving memory]: measures side by side in one run and prints medians and ratios. Never fails on time.
import { benchBuilding } from './building.ts';
import { benchDeadlineDay } from './deadline-day.ts';
import { benchExchange } from './exchange.ts';
import { benchFolder } from './folder.ts';
import { describeMachine } from './machine.ts';
import { benchMemory } from './memory.ts';
import { benchServing } from './serving.ts';

const benches = { building: benchBuilding, folder: benchFolder, serving: benchServing, memory: benchMemory, 'deadline-day': benchDeadlineDay, exchange: benchExchange };
const asked = process.argv.slice(2).filter((parameter) => !parameter.startsWith('--'));
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
console.log(`# ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}`);
for (const [name, run] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) await run();
