import { ColumnChart } from './column-chart.tsx'

const names = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const say = (value: number) => value.toLocaleString('nl')
const months = (first: number, values: readonly number[], every = 1) =>
  values.map((value, at) => {
    const month = (first + at) % 12
    const name = names[month] ?? ''
    return {
      value,
      group: String(2025 + Math.floor((first + at) / 12)),
      ...(month % every === 0 && { label: { full: name, letter: name.charAt(0) } }),
      unfinished: at === values.length - 1,
    }
  })

export const examples = {
  'A year, of which the last month is not over': () => (
    <ColumnChart
      title="Peren"
      say={say}
      columns={months(11, [40, 85, 120, 160, 110, 0, 60, 42, 20, 70, 66, 31])}
    />
  ),
  'Four years of large numbers': () => (
    <ColumnChart
      title="Appels"
      say={say}
      columns={months(
        0,
        Array.from({ length: 48 }, (_, at) => 90_000 + ((at * 7_919) % 60_000)),
        12,
      )}
    />
  ),
  'Ten years, each named once': () => (
    <ColumnChart
      title="Kersen"
      say={say}
      columns={Array.from({ length: 120 }, (_, at) => ({
        value: (at * 37) % 400,
        ...(at % 12 === 1 && {
          label: { full: String(2017 + (at - 1) / 12), letter: `’${17 + (at - 1) / 12}` },
        }),
      }))}
    />
  ),
  'One month with one': () => <ColumnChart title="Pruimen" say={say} columns={months(2, [1])} />,
}
