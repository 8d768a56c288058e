import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Ms } from '../../../shared/units.js'

/** So that little is left to be moved at a time. */
const EVERY: Ms = 500

/**
 * In a thread of its own, with a connection of its own: on the server's a checkpoint waits for the disk, 10 ms and more, and all requests with it.
 * PASSIVE waits for nobody, and nobody for it. Text, because a thread needs a file of its own, and builds have one for all.
 */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Libsql = require(workerData.libsql)
  const database = new Libsql(workerData.file)
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')
  const timer = setInterval(() => {
    try { checkpoint.get() } catch {}
  }, workerData.every)
  parentPort.once('message', () => {
    clearInterval(timer)
    database.close()
  })
`

/**
 * Moves what was written from SQLite's log into the file, for as long as the server runs. Without it, also where it cannot start, the server's
 * own connection does so when the log has grown.
 * @param file of the database.
 * @returns what ends it; to be called before the last other connection is closed, which tidies up.
 */
export function keepCheckpointed(file: string): () => Promise<void> {
  if (!existsSync(file)) return () => Promise.resolve()
  const libsql = createRequire(import.meta.url).resolve('libsql')
  const thread = new Worker(THREAD, { eval: true, workerData: { libsql, file, every: EVERY } })
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  thread.on('error', () => undefined)
  thread.unref()
  return () => {
    thread.ref()
    thread.postMessage('end')
    return ended
  }
}
