import type { Config } from '../config.js'
import { startServer, stopSignal } from '../main.js'
import { placeOf } from '../stores/open.js'
import { collectEarly } from './collect-early.js'
import { gatherLines } from './gather-lines.js'
import { DONE, FAILED, type Output } from './output.js'

/** Runs the server until a signal asks it to stop. Prints one line when it listens; logs go to the other stream. */
export async function serve(config: Config, output: Output): Promise<number> {
  collectEarly()
  const stop = stopSignal()
  const log = gatherLines((lines) => output.err(lines))
  const server = await startServer(config, log.write)
  if (!server.ok) {
    output.err(server.error)
    return FAILED
  }
  const { url, issuer, metrics, close } = server.value
  const place = config.databaseUrl ? { database: placeOf(config) } : { dataDir: config.dataDir }
  output.out(`listening ${JSON.stringify({ attest: url, issuer, ...place, metrics })}`)
  await stop
  await close()
  log.flush()
  return DONE
}
