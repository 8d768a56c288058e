import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { EpochSeconds } from '../../../shared/units.js'
import type { Load, Loaded, Source, SourceStatus } from './source.js'

/** Changes whenever a file is written or another one is put in its place. */
async function markOf(path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(path)
  return `${mtimeMs}/${size}/${ino}`
}

function statusOf(name: string, loaded: Loaded | undefined, fault: string | undefined, now: EpochSeconds): SourceStatus {
  const state = loaded === undefined ? 'missing' : fault === undefined ? 'fresh' : 'stale'
  return {
    name,
    kind: loaded?.kind ?? null,
    built: loaded?.built ?? null,
    age: loaded ? Math.max(0, now - loaded.built) : null,
    entries: loaded?.entries ?? null,
    state,
    fault: fault ?? null,
  }
}

/**
 * A database in a file that somebody else keeps up to date: read again when it changes, and kept as it was where the new one cannot be
 * used. Files are asked for, not watched: what is moved into place, or lies on a network drive, tells no watcher.
 */
export function createFileSource(path: string, load: Load, name = basename(path)): Source {
  let loaded: Loaded | undefined
  let fault: string | undefined = 'not read yet'
  let seen: string | undefined
  let running: Promise<void> | undefined

  const read = async () => {
    const mark = await markOf(path).catch(() => undefined)
    if (mark === undefined) {
      fault = `${path}: there is no such file, or it may not be read`
      seen = undefined
      return
    }
    if (mark === seen) return
    const result = await load(path).catch(() => ({ ok: false, error: 'it could not be read' }) as const)
    // What is still being written is another file by now: the next round reads it whole.
    if ((await markOf(path).catch(() => undefined)) !== mark) return
    seen = mark
    fault = result.ok ? undefined : `${path}: ${result.error}`
    if (result.ok) loaded = result.value
  }

  return {
    name,
    find: (address, now) => loaded?.find(address, now),
    built: () => loaded?.built,
    status: (now) => statusOf(name, loaded, fault, now),
    refresh: () => {
      running ??= read().finally(() => {
        running = undefined
      })
      return running
    },
  }
}
