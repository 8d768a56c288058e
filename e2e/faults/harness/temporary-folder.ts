import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  readonly path: string
  remove(): Promise<void>
}

/** It goes with this process at the latest, also where that is interrupted. */
export function temporaryFolder(purpose: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `vouchsafe-${purpose}-`))
  // Whoever is being ended may still write into it.
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  process.once('exit', remove)
  return {
    path,
    async remove() {
      process.removeListener('exit', remove)
      remove()
    },
  }
}
