import type { Redis as Client, Cluster } from 'ioredis'
import { StoreUnavailable } from '../ports.js'

export type Reply = string | number | Buffer | null | readonly Reply[]
type Value = string | number | Buffer

/** Lua that runs as one step. @param keys all in one slot of a cluster */
export type Script = (keys: readonly string[], ...values: readonly Value[]) => Promise<Reply>

/** The little that the stores use of a Redis client. All that goes wrong is `StoreUnavailable`. */
export interface Redis {
  /** @param name of its own among all scripts. @param keys how many it takes. @param form in which it answers with texts */
  script(name: string, keys: number, lua: string, form?: 'text' | 'bytes'): Script
  /** One command on one key. */
  call(command: string, key: string, ...values: readonly Value[]): Promise<Reply>
  close(): void
}

/** A time in ms for Redis, which knows whole ones only. */
export const msOf = (seconds: number): number => Math.ceil(seconds * 1000)

type Defined = Record<string, (...values: readonly Value[]) => Promise<Reply>>

export function createRedis(client: Client | Cluster): Redis {
  const answered = (reply: Promise<unknown>): Promise<Reply> =>
    reply.catch((error: unknown) => {
      throw new StoreUnavailable(error)
    }) as Promise<Reply>
  return {
    script(name, keys, lua, form) {
      client.defineCommand(name, { numberOfKeys: keys, lua })
      const run = (client as unknown as Defined)[form === 'bytes' ? `${name}Buffer` : name]!.bind(client)
      return (names, ...values) => answered(run(...names, ...values))
    },
    call: (command, key, ...values) => answered(client.call(command, key, ...values)),
    close() {
      // Nobody is to begin anew.
      client.removeAllListeners('end')
      client.disconnect()
    },
  }
}
