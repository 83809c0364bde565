// Required before a program: when it ends, what it used is written to the file that the environment names.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.COURTESY_BENCH_USAGE, JSON.stringify(process.resourceUsage()));
});
