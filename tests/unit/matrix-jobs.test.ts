import { describe, expect, it } from 'vitest';
import { jobsFor, usualJobs } from '../../src/pipeline/matrix/crew.js';

const papers = (count: number, bytes: number) => Array.from({ length: count }, () => ({ bytes }));

describe('threads of a collection where nobody says how many', () => {
  it('are one for a few short papers, whatever the machine', () => {
    expect([[], papers(4, 1_000), papers(10, 28_000)].map(jobsFor)).toEqual([1, 1, 1]);
  });

  it('are the usual number for many papers, and for few long ones', () => {
    expect([papers(100, 1_000), papers(12, 60_000)].map(jobsFor)).toEqual([
      usualJobs(),
      usualJobs(),
    ]);
    expect([1, 2]).toContain(usualJobs());
  });
});
