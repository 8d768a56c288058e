import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseYaml } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { root } from './lib/run.mjs'

/** By a name that no compiler follows: each folder has its own platform's types. @param {string} file */
const load = (file) => import(join(root, 'attest-server', file))
/** @type {{ expectations: Record<string, string>, parseConfig: (environment: Record<string, string>) => { ok: true } | { ok: false, error: readonly string[] } }} */
const { expectations, parseConfig } = await load('config.ts')
/** @type {{ createTestServer: () => Promise<{ surfaces: { endpoints: { path: string }[] }[] }> }} */
const { createTestServer } = await load('testing/test-server.ts')

/** @param {string} name */
const read = (name) => readFileSync(join(root, 'docs', 'deploy', name), 'utf8')
/** @typedef {any} Document */
/** @param {string} name @returns {Document[]} */
const documents = (name) =>
  read(name)
    .split(/^---$/m)
    .map((text) => /** @type {Document} */ (parseYaml(text)))

const image = read('Dockerfile')
/** Of the last stage. @param {string} name @returns {string[]} */
const instructions = (name) =>
  Array.from(image.slice(image.lastIndexOf('\nFROM')).matchAll(new RegExp(`^${name} (.+)$`, 'gm')), ([, rest = '']) => rest)
const imageEnv = Object.fromEntries(instructions('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('='))))
const exposed = instructions('EXPOSE').flatMap((line) => line.split(' '))

/** A server's settings must be ones that it takes: misspelt ones stop it. @param {Record<string, unknown>} environment */
function faultsOf(environment) {
  const settings = Object.entries(environment).map(([name, value]) => [
    name,
    String(value)
      .replace(/^\$\{.*\}$/, 'https://attest.shop.example')
      .replace(/\$\{.*?\}/, 'open-sesame'),
  ])
  const config = parseConfig(Object.fromEntries(settings))
  return config.ok ? [] : config.error
}

/** @param {Record<string, unknown>} environment seconds that a server takes to stop at most */
const stopTime = ({ VOUCHSAFE_DRAIN_SECONDS: drain }) => Number(drain) + 10

const { surfaces } = await createTestServer()
const served = surfaces.flatMap(({ endpoints }) => endpoints.map(({ path }) => path))

describe('the image', () => {
  it('runs what the package names as its program, by nobody of importance', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(instructions('ENTRYPOINT')).toEqual([`["node", "${bin.vouchsafe}"]`])
    expect(instructions('USER')).toEqual(['1000:1000'])
  })
  it('is made of files that are there, and not of what is secret or large', () => {
    const copied = Array.from(image.matchAll(/^COPY (?!--from)(.+) \.\/?$/gm), ([, files = '']) => files.split(' ')).flat()
    expect(copied.filter((file) => !existsSync(join(root, file)))).toEqual([])
    expect(read('Dockerfile.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', 'node_modules', '.vouchsafe']))
  })
  it('has settings that the server takes, and asks whether it lives where it says', () => {
    const { NODE_ENV: _, ...settings } = imageEnv
    expect(faultsOf(settings)).toEqual([])
    expect(exposed).toContain(settings.PORT)
    const [, port, path] = /127\.0\.0\.1:(\d+)(\/\w+)/.exec(image) ?? []
    expect([port, served.includes(String(path))]).toEqual([settings.PORT, true])
  })
})

describe.each(['compose.yaml', 'compose.fleet.yaml'])('%s', (name) => {
  const [file] = documents(name)
  const { attest } = file.services

  it('has settings that the server takes, and time for it to stop', () => {
    expect(faultsOf(attest.environment)).toEqual([])
    expect(Number.parseInt(attest.stop_grace_period, 10)).toBeGreaterThan(stopTime(attest.environment))
  })
  it('takes from it what it does not need', () => {
    expect(attest).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
  })
  it('speaks to ports that the image has, and shows metrics to nobody outside', () => {
    const ports = [...(attest.expose ?? []), ...(attest.ports ?? []).map((/** @type {string} */ port) => port.split(':').at(-1))]
    expect(ports.filter((port) => !exposed.includes(String(port)))).toEqual([])
    expect((attest.ports ?? []).filter((/** @type {string} */ port) => !/^127\.0\.0\.1:8787:/.test(port))).toEqual([])
  })
  it('names volumes and services that it has', () => {
    const services = Object.values(/** @type {Record<string, Document>} */ (file.services))
    const named = services.flatMap(({ volumes = [] }) => volumes.map((/** @type {string} */ volume) => volume.split(':')[0]))
    expect(named.sort()).toEqual(Object.keys(file.volumes).sort())
    expect(Object.keys(attest.depends_on ?? {}).filter((other) => !(other in file.services))).toEqual([])
  })
})

describe('kubernetes.yaml', () => {
  const objects = new Map(documents('kubernetes.yaml').map((each) => [each.kind, each]))
  const pod = objects.get('Deployment').spec.template
  const [container] = pod.spec.containers
  /** What a secret holds is written as that says (`kubectl create secret`, above the manifests). @type {Record<string, string>} */
  const secrets = { 'database-url': 'postgres://vouchsafe:open-sesame@postgres/vouchsafe', 'redis-url': 'redis://redis:6379' }
  const environment = Object.fromEntries(
    container.env.map((/** @type {Document} */ { name, value, valueFrom }) => [name, value ?? secrets[valueFrom.secretKeyRef.key]]),
  )
  const ports = container.ports.map((/** @type {Document} */ { name }) => name)

  it('has all that a fleet needs, each about the same pods', () => {
    expect([...objects.keys()]).toEqual(['Deployment', 'Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler', 'NetworkPolicy'])
    const { labels } = pod.metadata
    const selectors = [
      objects.get('Deployment').spec.selector.matchLabels,
      objects.get('Service').spec.selector,
      objects.get('PodDisruptionBudget').spec.selector.matchLabels,
      objects.get('NetworkPolicy').spec.podSelector.matchLabels,
    ]
    expect(selectors).toEqual(selectors.map(() => labels))
    const { minReplicas, scaleTargetRef } = objects.get('HorizontalPodAutoscaler').spec
    expect([scaleTargetRef.name, minReplicas]).toEqual([objects.get('Deployment').metadata.name, objects.get('Deployment').spec.replicas])
  })
  it('has settings that the server takes, and time for it to stop once it is known not to be ready', () => {
    expect(faultsOf(environment)).toEqual([])
    expect(pod.spec.terminationGracePeriodSeconds).toBeGreaterThan(stopTime(environment))
    const { periodSeconds, failureThreshold } = container.readinessProbe
    expect(Number(environment.VOUCHSAFE_DRAIN_SECONDS)).toBeGreaterThan(periodSeconds * failureThreshold)
  })
  it('asks at addresses that are served: whether it lives, and whether it is ready', () => {
    const { startupProbe, livenessProbe, readinessProbe } = container
    const asked = [startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet)
    expect(asked.map(({ path }) => path)).toEqual(['/healthz', '/healthz', '/readyz'])
    expect(asked.filter(({ path, port }) => !served.includes(path) || !ports.includes(port))).toEqual([])
  })
  it('opens the ports of the image, and metrics to those who measure alone', () => {
    const numbers = container.ports.map((/** @type {Document} */ { containerPort }) => String(containerPort))
    expect(numbers).toEqual(exposed)
    expect(environment.VOUCHSAFE_METRICS_PORT).toBe(numbers[ports.indexOf('metrics')])
    expect(objects.get('Service').spec.ports.map((/** @type {Document} */ { targetPort }) => targetPort)).toEqual(['http'])
    const { ingress } = objects.get('NetworkPolicy').spec
    expect(ingress.map((/** @type {Document} */ { from, ports }) => [from.length, ports[0].port])).toEqual([
      [1, 'http'],
      [1, 'metrics'],
    ])
  })
  it('runs without rights, within limits', () => {
    expect(pod.spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
    expect(pod.spec.automountServiceAccountToken).toBe(false)
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(container.resources).toMatchObject({ requests: { cpu: '500m' }, limits: { memory: expect.any(String) } })
    expect(container.volumeMounts.map((/** @type {Document} */ { mountPath }) => mountPath)).toContain(imageEnv.VOUCHSAFE_DATA_DIR)
  })
})

it('names no setting in the guides that the server does not take', () => {
  const guides = ['operations.md', 'hardening.md', 'edge.md'].map((name) => readFileSync(join(root, 'docs', name), 'utf8'))
  const named = new Set(guides.join('\n').match(/(?<=`)VOUCHSAFE_[A-Z0-9_]+/g))
  expect([...named].filter((name) => !(name in expectations))).toEqual([])
})
