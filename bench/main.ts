/** `npm run bench -- NAME`: runs `bench/NAME.ts` and prints what it measured as one JSON line, last. */
import { readdirSync } from 'node:fs';

type Bench = (args: string[]) => Promise<object>;

const [name = '', ...args] = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -3));

if (!names.includes(name)) {
  console.error(`bench: no benchmark called \`${name}\`; expected one of ${names.join(', ')}`);
  process.exit(2);
}
const { default: measure } = (await import(`./${name}.ts`)) as { default: Bench }; // every file here exports one
console.log(JSON.stringify(await measure(args)));
