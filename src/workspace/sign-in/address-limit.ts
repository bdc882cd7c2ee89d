const windowMinutes = 10;
const most = 30;

/**
 * Failures from one address: more than 30 in ten minutes, and it has to wait. Kept in memory only; the count that must
 * survive a restart is the lock-out by staff number. An office behind one proxy is one address, so successes do not count.
 */
export class AddressLimit {
  readonly #failures = new Map<string, number[]>();

  /** When the address may try again, or null when it may now. */
  waitUntil(address: string, now: Date): Date | null {
    const recent = this.#recent(address, now);
    return recent.length < most ? null : new Date((recent[0] ?? 0) + windowMinutes * 60_000);
  }

  fail(address: string, now: Date): void {
    const recent = [...this.#recent(address, now), now.getTime()].slice(-most);
    this.#failures.set(address, recent);
    if (this.#failures.size > 10_000) for (const known of this.#failures.keys()) if (this.#recent(known, now).length === 0) this.#failures.delete(known);
  }

  #recent(address: string, now: Date): number[] {
    return (this.#failures.get(address) ?? []).filter((moment) => moment > now.getTime() - windowMinutes * 60_000);
  }
}
