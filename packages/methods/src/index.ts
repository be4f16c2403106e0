/** The public face of the library: one line a family, so that importing one function brings in that one alone. */
export * from './common/random.ts';
export * from './common/result.ts';
