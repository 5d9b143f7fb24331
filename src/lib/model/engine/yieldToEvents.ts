interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  /** In Node only: an open port keeps the process alive unless it is unreferenced. */
  ref?(): void;
  unref?(): void;
}

const channel = new MessageChannel();
const [receiver, sender] = [channel.port1 as Port, channel.port2 as Port];
const waiting: (() => void)[] = [];
receiver.onmessage = () => {
  waiting.shift()?.();
  if (waiting.length === 0) receiver.unref?.();
};
receiver.unref?.();

/** Lets other messages (a cancel, a request for maps) be handled; without the 4 ms that nested timers wait. */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    receiver.ref?.();
    sender.postMessage(null);
  });
}
