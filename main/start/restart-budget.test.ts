import { describe, expect, it } from 'vitest';
import { RestartBudget, crashLimit } from './restart-budget.ts';

describe('RestartBudget', () => {
  it('waits longer after each crash of the same minute, up to five seconds', () => {
    const budget = new RestartBudget();
    expect([0, 1, 2, 3, 4].map((at) => budget.crashed(at))).toEqual([200, 400, 800, 1_600, 3_200]);
  });

  it('is spent after five restarts within a minute', () => {
    const budget = new RestartBudget();
    for (let at = 0; at < crashLimit; at += 1) expect(budget.crashed(at)).not.toBeNull();
    expect(budget.crashed(59_999)).toBeNull();
  });

  it('forgets crashes older than a minute', () => {
    const budget = new RestartBudget();
    for (let at = 0; at < 20; at += 1) expect(budget.crashed(at * 15_000)).not.toBeNull();
    expect(budget.count(19 * 15_000)).toBe(4);
  });

  it('starts afresh once renewed', () => {
    const budget = new RestartBudget();
    for (let at = 0; at <= crashLimit; at += 1) budget.crashed(at);
    budget.renew();
    expect(budget.crashed(10)).toBe(200);
  });
});
