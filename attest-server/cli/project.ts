import { ok, type Result } from '../../shared/result.js'
import { clock, random } from '../compose/compose-deps.js'
import { makeId, makeSiteKey } from '../core/ids.js'
import { makeSecretKey } from '../keys/secret-key.js'
import type { Project, Projects } from '../stores/ports.js'
import { type Answer, block, failure, misuse, type Refusal } from './answer.js'
import type { Options } from './parse-arguments.js'
import { parseProjectSettings } from './project-settings.js'

/** What the commands about projects work with. */
export interface ProjectDesk {
  readonly projects: Projects
  /** Where they are. A project that was made in another place than the server's is the likeliest mistake of all. */
  readonly place: string
}

const GONE = 'The project is gone.'

/** A project as the command line shows it. */
function shown({ createdAt, ...project }: Project): object {
  return { ...project, createdAt: new Date(createdAt * 1000).toISOString() }
}

const onOff = (isOn: boolean): string => (isOn ? 'on' : 'off')

function linesOf({ id, name, siteKey, origins, enforce, noscript, contact, createdAt }: Project, secretKey?: string): string[] {
  return block(name, {
    'site key': siteKey,
    'secret key': secretKey,
    origins: origins.join(', '),
    enforce: onOff(enforce),
    noscript: onOff(noscript),
    contact,
    made: new Date(createdAt * 1000).toISOString(),
    id,
  })
}

export async function createProject(options: Options, { projects, place }: ProjectDesk): Promise<Answer> {
  const settings = parseProjectSettings(options)
  const missing = [
    ...(options.name === undefined ? ['--name is missing.'] : []),
    ...(options.origin === undefined ? ['--origin is missing: from which origins may pages use this project?'] : []),
  ]
  if (!settings.ok || missing.length > 0) return misuse(...missing, ...(settings.ok ? [] : settings.error))
  const id = `prj_${makeId(random)}`
  const defaults = {
    id,
    name: '',
    siteKey: makeSiteKey(random),
    origins: [],
    enforce: true,
    noscript: true,
    createdAt: Math.floor(clock()),
  }
  const project: Project = { ...defaults, ...settings.value }
  const secret = await makeSecretKey(id, random)
  await projects.create(project, secret.stored)
  return ok({
    data: { ...shown(project), secretKey: secret.key },
    lines: linesOf(project, secret.key),
    remarks: [`Made in ${place}: the server must use the same.`],
  })
}

export async function listProjects({ projects, place }: ProjectDesk): Promise<Answer> {
  const list = await projects.list()
  const lines = list.flatMap((project, i) => [...(i > 0 ? [''] : []), ...linesOf(project)])
  return ok({ data: { projects: list.map(shown) }, lines: list.length > 0 ? lines : [`There are no projects in ${place}.`] })
}

async function find({ key }: Options, { projects, place }: ProjectDesk): Promise<Result<Project, Refusal>> {
  if (key === undefined) return misuse('--key is missing: which project? Give its site key, pk_….')
  const project = await projects.bySiteKey(key)
  return project ? ok(project) : failure(`There is no project with the site key ${key} in ${place}.`)
}

export async function setProject(options: Options, desk: ProjectDesk): Promise<Answer> {
  const settings = parseProjectSettings(options)
  if (!settings.ok) return misuse(...settings.error)
  if (Object.keys(settings.value).length === 0) return misuse('Nothing to set.')
  const project = await find(options, desk)
  if (!project.ok) return project
  const changed = await desk.projects.change(project.value.id, settings.value)
  return changed ? ok({ data: shown(changed), lines: linesOf(changed) }) : failure(GONE)
}

/** The old key is worthless at once. */
export async function rotateProjectKey(options: Options, desk: ProjectDesk): Promise<Answer> {
  const { type = 'secret' } = options
  if (type !== 'secret' && type !== 'site') return misuse(`--type must be secret or site, not "${type}".`)
  const project = await find(options, desk)
  if (!project.ok) return project
  return type === 'site' ? rotateSiteKey(project.value, desk) : rotateSecretKey(project.value, desk)
}

async function rotateSiteKey({ id, siteKey }: Project, { projects }: ProjectDesk): Promise<Answer> {
  const changed = await projects.change(id, { siteKey: makeSiteKey(random) })
  if (!changed) return failure(GONE)
  return ok({
    data: { type: 'site', siteKey: changed.siteKey },
    lines: block(changed.name, { 'site key': changed.siteKey }),
    remarks: [`Pages with the old tag (data-key="${siteKey}"), and backends that expect the old key, stop working at once.`],
  })
}

async function rotateSecretKey({ id, siteKey, name }: Project, { projects }: ProjectDesk): Promise<Answer> {
  const secret = await makeSecretKey(id, random)
  await projects.replaceSecret(secret.stored)
  const data = { type: 'secret', siteKey, secretKey: secret.key }
  return ok({ data, lines: block(name, { 'site key': siteKey, 'secret key': secret.key }) })
}
