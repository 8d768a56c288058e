/** Thrown by `untilAborted` and by nothing else. */
export class Aborted extends Error {}

/** Waits for a promise that cannot be cancelled, but no longer than until the signal. Rejects with `Aborted` then. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Aborted())
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
