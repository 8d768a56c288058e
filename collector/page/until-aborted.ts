/** Waits for a promise that cannot be cancelled, but no longer than until the signal. Rejects then; look at the signal to know why. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject()
    signal.addEventListener('abort', reject)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', reject))
  })
}
