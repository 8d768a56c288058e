import { methods } from '../routes/http/surface.js'
import type { TestServer } from './test-server.js'

export interface DashboardOperation {
  readonly method: string
  /** Behind `/dashboard/api`. */
  readonly path: string
  /** Nobody has to be logged in. */
  readonly isOpen: boolean
}

const API = '/dashboard/api'

/** All that the page may ask. */
export const dashboardOperations = ({ surfaces }: Pick<TestServer, 'surfaces'>): readonly DashboardOperation[] =>
  surfaces
    .filter(({ name }) => name === 'dashboard')
    .flatMap(({ endpoints }) => endpoints)
    .filter(({ path }) => path.startsWith(API))
    .flatMap((endpoint) =>
      methods.flatMap((method) => {
        const operation = endpoint[method]
        return operation ? [{ method, path: endpoint.path.slice(API.length), isOpen: operation.security === 'none' }] : []
      }),
    )
