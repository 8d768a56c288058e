/** The session's name, kept for the tab's life where the page may store, else for the page's. No cookie. */
export interface SessionMemory {
  read(): string | undefined
  write(session: string): void
}

/** @param key the site key: two projects on one origin are two sessions. */
export function createSessionMemory(key: string): SessionMemory {
  const name = `vouchsafe:${key}`
  let inMemory: string | undefined
  return {
    read() {
      try {
        return inMemory ?? sessionStorage.getItem(name) ?? undefined
      } catch {
        // Blocked storage throws on mere access.
        return inMemory
      }
    },
    write(session) {
      if (session === inMemory) return
      inMemory = session
      try {
        sessionStorage.setItem(name, session)
      } catch {
        // Blocked or full: the memory has it.
      }
    },
  }
}
