import { describe, expect, it } from 'vitest'
import { ProjectNeighbours } from './project-neighbours.js'
import { tokenSet } from './testing/token-set.js'

function setUp(most: number) {
  const left: string[] = []
  const seedOf = (projectId: string) => projectId.length
  return { left, projects: new ProjectNeighbours({ most, seedOf, leaves: (projectId) => void left.push(projectId) }) }
}

function fill(projects: ProjectNeighbours, projectId: string, count: number): void {
  const index = projects.open(projectId)
  for (let i = 0; i < count; i++) index.remember(`${projectId}-${i}`, tokenSet([String(i)], index.seed), 1)
}

describe('the neighbours of all projects', () => {
  it('are strangers to each other, with a seed each', () => {
    const { projects } = setUp(100)
    fill(projects, 'a', 3)
    expect([projects.open('a').size, projects.open('bb').size]).toEqual([3, 0])
    expect([projects.open('a').seed, projects.open('bb').seed]).toEqual([1, 2])
  })

  it('are bounded together: who was not asked for longest leaves, and can be kept before', () => {
    const { projects, left } = setUp(10)
    for (const projectId of ['a', 'b', 'c']) fill(projects, projectId, 5)
    for (const projectId of ['b', 'a', 'c']) projects.find(projectId)
    expect(left).toEqual(['b'])
    expect([projects.find('b'), projects.size]).toEqual([undefined, 10])
  })

  it('leave one project what it has, whatever the others do, while it is asked for', () => {
    const { projects } = setUp(10)
    for (let i = 0; i < 50; i++) {
      fill(projects, `p${i}`, 5)
      fill(projects, 'mine', 1)
    }
    expect(projects.find('mine')?.size).toBe(1)
    expect(projects.size).toBeLessThanOrEqual(15)
  })

  it('go without a trace where a project is erased', () => {
    const { projects, left } = setUp(10)
    fill(projects, 'a', 5)
    projects.drop('a')
    expect([projects.find('a'), projects.size, left]).toEqual([undefined, 0, []])
  })
})
