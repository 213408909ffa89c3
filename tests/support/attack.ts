import loadHighs, { type ModelData } from 'highs'

/** Something that is published of numbers that are not: their sum, from and until, both included. */
export interface Equation {
  readonly of: readonly string[]
  /** These are taken off. */
  readonly minus?: readonly string[]
  readonly from: number
  readonly until: number
}

/** A hidden number: the sum of these. */
export interface HiddenNumber {
  readonly name: string
  readonly of: readonly string[]
}

export interface Found extends HiddenNumber {
  /** The least and the most that it can be. */
  readonly low: number
  readonly high: number
}

interface Part {
  readonly variables: string[]
  readonly equations: Equation[]
  readonly hidden: HiddenNumber[]
}

const nearly = 1e-6

/**
 * What somebody can find out of each hidden number by linear programming, who knows everything that is published and that
 * counts are whole and not below nought.
 */
export async function attack(
  equations: readonly Equation[],
  hidden: readonly HiddenNumber[],
): Promise<Found[]> {
  const highs = await loadHighs()
  const found: Found[] = []
  for (const part of partsOf(equations, hidden)) {
    const model = highs.createModel(modelOf(part, highs.infinity))
    try {
      model.options.set({ output_flag: false, presolve: 'off' })
      const index = new Map(part.variables.map((name, at) => [name, at]))
      for (const number of part.hidden) {
        const columns = number.of.map((name) => index.get(name) ?? 0)
        const extreme = (sense: 'minimize' | 'maximize'): number => {
          model.changeObjectiveSense(highs.constants.objectiveSense[sense])
          for (const column of columns) model.changeColCost(column, 1)
          model.run()
          const status = model.getModelStatus()
          if (status === highs.constants.modelStatus.unbounded) return Number.POSITIVE_INFINITY
          if (status !== highs.constants.modelStatus.optimal)
            throw new Error(`${number.name}: the solver ended with ${status}`)
          let value = model.getObjectiveValue()
          // Where the extreme is no whole solution, the whole ones may lie closer together.
          if ([...model.getSolution().colValue].some((each) => Math.abs(each - Math.round(each)) > nearly)) {
            for (const column of part.variables.keys())
              model.changeColIntegrality(column, highs.constants.variableType.integer)
            model.run()
            value = model.getObjectiveValue()
            model.clearIntegrality()
          }
          for (const column of columns) model.changeColCost(column, 0)
          return value
        }
        found.push({
          ...number,
          low: Math.ceil(extreme('minimize') - nearly),
          high: Math.floor(extreme('maximize') + nearly),
        })
      }
    } finally {
      model.dispose()
    }
  }
  return found
}

/** Numbers that share no equation tell nothing of each other: each lot by itself is small. */
function partsOf(equations: readonly Equation[], hidden: readonly HiddenNumber[]): Part[] {
  const parent = new Map<string, string>()
  const root = (name: string): string => {
    let at = name
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(name, at)
    return at
  }
  const join = (names: readonly string[]): void => {
    const [first] = names
    if (first === undefined) return
    for (const name of names) parent.set(root(name), root(first))
  }
  const namesOf = ({ of, minus = [] }: Equation): string[] => [...of, ...minus]
  for (const equation of equations) join(namesOf(equation))
  for (const { of } of hidden) join(of)
  const parts = new Map<string, Part>()
  const partOf = (name: string): Part => {
    const key = root(name)
    let part = parts.get(key)
    if (!part) {
      part = { variables: [], equations: [], hidden: [] }
      parts.set(key, part)
    }
    return part
  }
  for (const name of parent.keys()) partOf(name).variables.push(name)
  for (const equation of equations) partOf(namesOf(equation)[0] ?? '').equations.push(equation)
  for (const number of hidden) partOf(number.of[0] ?? '').hidden.push(number)
  return [...parts.values()].filter((part) => part.hidden.length > 0)
}

function modelOf({ variables, equations }: Part, infinity: number): ModelData {
  const index = new Map(variables.map((name, at) => [name, at]))
  const starts: number[] = []
  const indices: number[] = []
  const values: number[] = []
  for (const { of, minus = [] } of equations) {
    starts.push(indices.length)
    for (const [names, factor] of [
      [of, 1],
      [minus, -1],
    ] as const)
      for (const name of names) {
        indices.push(index.get(name) ?? 0)
        values.push(factor)
      }
  }
  starts.push(indices.length)
  return {
    numCols: variables.length,
    numRows: equations.length,
    colCost: variables.map(() => 0),
    colLower: variables.map(() => 0),
    colUpper: variables.map(() => infinity),
    rowLower: equations.map(({ from }) => from),
    rowUpper: equations.map(({ until }) => (until === Number.POSITIVE_INFINITY ? infinity : until)),
    matrix: {
      format: 'csr',
      numRows: equations.length,
      numCols: variables.length,
      starts,
      indices,
      values,
    },
  }
}
