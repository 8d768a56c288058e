/** Events of the document pass by the window on their way down. */
export type PageEvents = WindowEventMap & DocumentEventMap

/** Every listener that the collector has on the page, in one list, so that stopping takes all of them away. */
export interface Listeners {
  /** Capture phase; passive unless `active`. */
  on<K extends keyof PageEvents>(type: K, handler: (event: PageEvents[K]) => void, active?: boolean): void
  /** Exceptions that were kept away from the page since the start: each is a bug of ours. */
  faults(): number
  removeAll(): void
}

/**
 * All listeners hang on the window, in the capture phase: they hear every event of the document before the page's own do,
 * also events of elements that come later. One boundary keeps whatever goes wrong in a handler away from the page.
 */
export function createListeners(page: Window): Listeners {
  const removers: (() => void)[] = []
  let faults = 0
  return {
    on(type, handler, active) {
      const guarded = (event: Event) => {
        try {
          handler(event as Parameters<typeof handler>[0])
        } catch {
          faults++
        }
      }
      const options = { capture: true, passive: !active }
      page.addEventListener(type, guarded, options)
      removers.push(() => page.removeEventListener(type, guarded, options))
    },
    faults: () => faults,
    removeAll() {
      for (const remove of removers.splice(0)) remove()
    },
  }
}
