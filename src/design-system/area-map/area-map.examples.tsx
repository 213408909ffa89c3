import { AreaMap } from './area-map.tsx'

const square = (x: number, y: number): string => `M${x} ${y}h100v100h-100z`
const steps = ['Minder dan 25 %', '25 tot 50 %', '50 tot 75 %', '75 tot 90 %', '90 % of meer'].map(
  (label) => ({
    label,
    count: '1',
  }),
)

export const examples = {
  'Five fields, one of them chosen, with points': () => (
    <AreaMap
      id="fields"
      title="Velden naar deel dat is ingezaaid"
      description="Van links naar rechts steeds meer. Dezelfde cijfers staan in de tabel."
      width={500}
      height={100}
      legend="Ingezaaid deel van het veld"
      areas={steps.map(({ label }, step) => ({
        path: square(step * 100, 0),
        step,
        title: `Veld ${step + 1}: ${label}`,
        chosen: step === 2,
      }))}
      steps={steps}
      points={{
        label: 'Put',
        at: [
          [150, 50],
          [430, 20],
        ],
      }}
    />
  ),
}
