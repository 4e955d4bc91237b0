/**
 * Loaded before every test file: what could differ between two runs is the same.
 *
 * One seed for all property tests, so that a run can be repeated. `FUZZ_SEED=random` looks at other inputs,
 * `FUZZ_RUNS` at more of them, for each property that doesn't say its own number.
 */
const fc = require('fast-check');

const { FUZZ_SEED = '2', FUZZ_RUNS } = process.env;
fc.configureGlobal({
  ...(FUZZ_SEED !== 'random' && { seed: Number(FUZZ_SEED) }),
  ...(FUZZ_RUNS && { numRuns: Number(FUZZ_RUNS) }),
});

// Whoever has turned off caches or wants colours: tests look at both.
for (const name of ['NODE_DISABLE_COMPILE_CACHE', 'FORCE_COLOR', 'NO_COLOR']) delete process.env[name];
