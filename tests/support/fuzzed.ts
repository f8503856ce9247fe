/**
 * How long to fuzz. Short and always the same in CI; `npm run fuzz` takes another seed and many more runs, and names the
 * seed where something breaks (`FUZZ_SEED=… FUZZ_RUNS=… npm run fuzz` repeats it).
 */
export function fuzzed(usual: number): { readonly seed: number; readonly runs: number } {
  const { FUZZ_SEED: seed = '20210301', FUZZ_RUNS: runs } = process.env;
  return { seed: Number(seed), runs: Number(runs ?? usual) };
}
