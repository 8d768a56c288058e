import type { Context } from 'hono'
import { z } from 'zod'
import type { Caller } from '../../core/caller.js'
import { ownProject } from '../../core/control/own-project.js'
import type { Project } from '../../stores/ports.js'
import type { AppEnv } from '../http/env.js'
import { type Answer, type Input, type Operation, operation } from '../http/operation.js'
import type { ControlDeps } from './deps.js'

const project = z.string().max(128).meta({ description: 'The project’s id, `prj_…`.' })

type Told<Params, Body, Query> = Input<Query, Params, Body, Caller>

interface ProjectOperation<Params extends z.ZodRawShape, Body extends z.ZodType, Query extends z.ZodType>
  extends Omit<Operation<z.ZodType, z.ZodType, Body, 'account'>, 'security' | 'limit' | 'params' | 'query' | 'handle' | 'reads'> {
  /** Beside `project`. */
  readonly params?: Params
  readonly query?: Query
  handle(
    c: Context<AppEnv>,
    project: Project,
    input: Told<z.output<z.ZodObject<Params>>, z.output<Body>, z.output<Query>>,
  ): Answer | Promise<Answer>
}

/** An operation of the control plane on one project, which must be the account's: with the token of that account, and with nothing else. */
export function projectOperation<Params extends z.ZodRawShape, Body extends z.ZodType, Query extends z.ZodType>(
  deps: ControlDeps,
  { params, handle, responses, ...rest }: ProjectOperation<Params, Body, Query>,
): Operation {
  return operation({
    ...rest,
    security: 'account',
    limit: 'control',
    params: z.object({ project, ...params }),
    responses: { ...responses, 403: { description: 'The project does not belong to the account.' } },
    async handle(c, { params: checked, query, body, caller }) {
      const given = checked as z.output<z.ZodObject<Params>> & { readonly project: string }
      const own = await ownProject(caller.projectId, given.project, deps)
      return own.ok
        ? handle(c, own.value, { params: given, query: query as z.output<Query>, body: body as z.output<Body>, caller })
        : own.error
    },
  })
}
