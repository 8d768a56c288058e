import type { Config } from '../config.js'
import { startServer, stopSignal } from '../main.js'
import { DONE, FAILED, type Output } from './output.js'

/** Runs the server until a signal asks it to stop. Prints one line when it listens; logs go to the other stream. */
export async function serve(config: Config, output: Output): Promise<number> {
  const stop = stopSignal()
  const server = await startServer(config, (line) => output.err(line))
  if (!server.ok) {
    output.err(server.error)
    return FAILED
  }
  const { url, issuer, close } = server.value
  output.out(`listening ${JSON.stringify({ attest: url, issuer, dataDir: config.dataDir })}`)
  await stop
  await close()
  return DONE
}
