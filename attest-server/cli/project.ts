import { err, ok, type Result } from '../../shared/result.js'
import { clock, random } from '../compose.js'
import { makeId } from '../core/ids.js'
import { makeSecretKey } from '../keys/secret-key.js'
import type { Project, Projects } from '../stores/ports.js'
import type { Options } from './parse-arguments.js'
import { parseProjectSettings } from './project-settings.js'

/** A command's result: data for `--json`, or faults. */
export type Answer = Result<object, readonly string[]>

const makeSiteKey = (): string => `pk_${makeId(random)}`

/** A project as the command line shows it; our own id for it is of no use to anybody. */
function shown({ id: _, createdAt, ...project }: Project): object {
  return { ...project, createdAt: new Date(createdAt * 1000).toISOString() }
}

export async function createProject(options: Options, projects: Projects): Promise<Answer> {
  const settings = parseProjectSettings(options)
  const missing = [
    ...(options.name === undefined ? ['--name is missing.'] : []),
    ...(options.origin === undefined ? ['--origin is missing: from which origins may pages use this project?'] : []),
  ]
  if (!settings.ok || missing.length > 0) return err([...missing, ...(settings.ok ? [] : settings.error)])
  const id = `prj_${makeId(random)}`
  const defaults = { id, name: '', siteKey: makeSiteKey(), origins: [], enforce: true, noscript: true, createdAt: Math.floor(clock()) }
  const project: Project = { ...defaults, ...settings.value }
  const secret = await makeSecretKey(id, random)
  await projects.create(project, secret.stored)
  return ok({ ...shown(project), secretKey: secret.key })
}

export async function listProjects(_: Options, projects: Projects): Promise<Answer> {
  return ok({ projects: (await projects.list()).map(shown) })
}

async function find({ key }: Options, projects: Projects): Promise<Result<Project, readonly string[]>> {
  if (key === undefined) return err(['--key is missing: which project? Give its site key, pk_….'])
  const project = await projects.bySiteKey(key)
  return project ? ok(project) : err([`There is no project with the site key ${key}.`])
}

export async function setProject(options: Options, projects: Projects): Promise<Answer> {
  const settings = parseProjectSettings(options)
  if (!settings.ok) return settings
  if (Object.keys(settings.value).length === 0) return err(['Nothing to set.'])
  const project = await find(options, projects)
  if (!project.ok) return project
  const changed = await projects.change(project.value.id, settings.value)
  return changed ? ok(shown(changed)) : err(['The project is gone.'])
}

/** The old key is worthless at once. */
export async function rotateProjectKey(options: Options, projects: Projects): Promise<Answer> {
  const { type = 'secret' } = options
  if (type !== 'secret' && type !== 'site') return err([`--type must be secret or site, not "${type}".`])
  const project = await find(options, projects)
  if (!project.ok) return project
  const { id, siteKey } = project.value
  if (type === 'site') {
    const changed = await projects.change(id, { siteKey: makeSiteKey() })
    return changed ? ok({ type, siteKey: changed.siteKey }) : err(['The project is gone.'])
  }
  const secret = await makeSecretKey(id, random)
  await projects.replaceSecret(secret.stored)
  return ok({ type, siteKey, secretKey: secret.key })
}
