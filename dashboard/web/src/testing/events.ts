// A stream of events for tests: opens, breaks off and tells when a test says so. For tests only.
export class FakeEvents {
  static readonly CLOSED = 2;
  static opened: FakeEvents[] = [];
  readyState = 0;
  onopen: (() => void) | undefined;
  onerror: (() => void) | undefined;
  private listeners = new Map<string, () => void>();

  constructor(readonly url: string) {
    FakeEvents.opened.push(this);
  }

  static get latest(): FakeEvents {
    return FakeEvents.opened.at(-1) as FakeEvents;
  }

  addEventListener(name: string, listener: () => void): void {
    this.listeners.set(name, listener);
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  /** Breaks off; for good when the server refused. */
  fail(refused = false): void {
    this.readyState = refused ? FakeEvents.CLOSED : 0;
    this.onerror?.();
  }

  tell(name: string): void {
    this.listeners.get(name)?.();
  }

  close(): void {
    this.readyState = FakeEvents.CLOSED;
  }
}
