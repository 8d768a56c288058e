import { startPostgres } from '../../attest-server/stores/testing/start-postgres.js'
import { startRedis } from '../../attest-server/stores/testing/start-redis.js'

/** A PostgreSQL and a Redis for a fleet of servers. */
export interface SharedStores {
  readonly settings: Readonly<Record<'VOUCHSAFE_DATABASE_URL' | 'VOUCHSAFE_REDIS_URL', string>>
  remove(): Promise<void>
}

export async function startStores(): Promise<SharedStores> {
  const postgres = await startPostgres()
  const redis = await startRedis()
  return {
    settings: { VOUCHSAFE_DATABASE_URL: await postgres.fresh(), VOUCHSAFE_REDIS_URL: redis.url },
    async remove() {
      await Promise.all([postgres.remove(), redis.remove()])
    },
  }
}
