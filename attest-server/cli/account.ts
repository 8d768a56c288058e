import { ok, type Result } from '../../shared/result.js'
import { clock, random } from '../compose/compose-deps.js'
import { createDigestEmail } from '../core/accounts/digest-email.js'
import { makeId } from '../core/ids.js'
import type { Account, Tier } from '../stores/ports.js'
import { type Answer, block, failure, misuse, type Refusal } from './answer.js'
import { type Desk, projectNamed, required } from './desk.js'
import type { Options } from './parse-arguments.js'

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}$/
const KEEP = 'Keep the token: it is not shown again.'

const digestOf = (email: string, { stores }: Desk): Promise<string> => createDigestEmail(stores.texts, random)(email)

const isTier = (plan: string): plan is Tier => plan === 'free' || plan === 'pro'

interface Shown {
  readonly id: string
  readonly name: string
  readonly plan: Tier
  readonly projects: readonly { readonly id: string; readonly name: string }[]
}

async function shown({ id, name, plan }: Account, { stores }: Desk): Promise<Shown> {
  const projects = await Promise.all((await stores.accounts.projectIds(id)).map((projectId) => stores.projects.byId(projectId)))
  return { id, name, plan, projects: projects.flatMap((project) => (project ? [{ id: project.id, name: project.name }] : [])) }
}

const linesOf = ({ id, name, plan, projects }: Shown, token?: string): string[] =>
  block(name, { account: id, token, plan, projects: projects.map((project) => `${project.id} (${project.name})`).join(', ') })

export async function findAccount(options: Options, desk: Desk): Promise<Result<Account, Refusal>> {
  const email = required(options, 'email')
  if (!email.ok) return email
  const account = await desk.stores.accounts.byEmailHash(await digestOf(email.value, desk))
  return account ? ok(account) : failure(`There is no account of this address in ${desk.place}.`)
}

async function issue(account: Account, desk: Desk): Promise<Answer> {
  const issued = await desk.control.keys.issue(account.id, 'account', '', account.plan)
  if (!issued.ok) return failure('The account has as many tokens as it may: revoke one with "vouchsafe key revoke --email …".')
  await desk.stores.accounts.keep(account.id, undefined)
  const known = await shown(account, desk)
  return ok({ data: { token: issued.value.secret, account: known }, lines: linesOf(known, issued.value.secret), remarks: [KEEP] })
}

/** Makes all of them the account's. @returns why one could not be. */
async function adoptAll(account: Account, names: readonly string[], desk: Desk): Promise<Result<undefined, Refusal>> {
  for (const name of names) {
    const project = await projectNamed(name, desk)
    if (!project.ok) return project
    const isOwn = await desk.stores.accounts.adopt(account.id, project.value.id)
    if (!isOwn) return failure(`The project ${name} has another account, or this one has as many projects as it may.`)
  }
  return ok(undefined)
}

export async function createAccount(options: Options, desk: Desk): Promise<Answer> {
  const { email, name = 'Account', plan = 'free', project = [] } = options
  const faults = [
    ...(email !== undefined && EMAIL.test(email) ? [] : ['--email must be an address such as owner@shop.example.']),
    ...(name.trim() !== '' && name.length <= 100 ? [] : ['--name must have 1 to 100 characters.']),
    ...(isTier(plan) ? [] : ['--plan must be free or pro.']),
  ]
  if (faults.length > 0 || email === undefined || !isTier(plan)) return misuse(...faults)
  const id = `acc_${makeId(random)}`
  const emailHash = await digestOf(email, desk)
  const account: Account = { id, name: name.trim(), emailHash, createdAt: Math.floor(clock()), plan }
  if (!(await desk.stores.accounts.create(account))) {
    return failure('This address has an account, or there are as many as there may be. "vouchsafe account token" makes a new token.')
  }
  const adopted = await adoptAll(account, project, desk)
  return adopted.ok ? issue(account, desk) : adopted
}

export async function makeToken(options: Options, desk: Desk): Promise<Answer> {
  const account = await findAccount(options, desk)
  return account.ok ? issue(account.value, desk) : account
}

export async function showAccount(options: Options, desk: Desk): Promise<Answer> {
  const account = await findAccount(options, desk)
  if (!account.ok) return account
  const data = await shown(account.value, desk)
  return ok({ data, lines: linesOf(data) })
}

export async function adoptProjects(options: Options, desk: Desk): Promise<Answer> {
  const { project = [] } = options
  if (project.length === 0) return misuse('--project is missing: which project? Give its id, prj_…, or its site key, pk_….')
  const account = await findAccount(options, desk)
  if (!account.ok) return account
  const adopted = await adoptAll(account.value, project, desk)
  return adopted.ok ? showAccount(options, desk) : adopted
}

/** Keys keep the tier that they were made with. */
export async function setAccount(options: Options, desk: Desk): Promise<Answer> {
  const { plan } = options
  if (plan === undefined || !isTier(plan)) return misuse('--plan must be free or pro.')
  const account = await findAccount(options, desk)
  if (!account.ok) return account
  await desk.stores.accounts.changePlan(account.value.id, plan)
  return showAccount(options, desk)
}
