import { type RedisWishes, startRedis, type TestRedis } from './start-redis.js'

export interface TestSentinel {
  readonly url: string
  readonly primary: TestRedis
  readonly replica: TestRedis
  remove(): Promise<void>
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/**
 * A primary, its replica, and a Sentinel that puts the one in the other's place within a second or two.
 * @param tls of all three, which take nothing else then
 */
export async function startSentinel(tls?: RedisWishes['tls']): Promise<TestSentinel> {
  const common = tls ? { tls } : {}
  const primary = await startRedis(common)
  const replica = await startRedis({
    ...common,
    settings: [
      ['replicaof', '127.0.0.1', `${primary.port}`],
      ['repl-diskless-sync-delay', '0'],
    ],
  })
  await until(async () => String(await replica.run('INFO', 'replication')).includes('master_link_status:up'))
  const settings = [
    ['sentinel', 'monitor', 'main', '127.0.0.1', `${primary.port}`, '1'],
    ['sentinel', 'down-after-milliseconds', 'main', '300'],
    ['sentinel', 'failover-timeout', 'main', '2000'],
  ] as const
  const sentinel = await startRedis({ ...common, settings, sentinel: true })
  await until(async () => String(await sentinel.run('INFO', 'sentinel')).includes('slaves=1'))
  const all = [sentinel, primary, replica]
  return {
    url: `${sentinel.url}${tls ? '&' : '?'}sentinel=main`,
    primary,
    replica,
    remove: async () => void (await Promise.all(all.map((node) => node.remove()))),
  }
}
