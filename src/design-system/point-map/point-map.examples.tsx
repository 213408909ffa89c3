import { PointMap } from './point-map.tsx'

export const examples = {
  'Three points, two of them in one place': () => (
    <PointMap
      width={384}
      height={384}
      areas={['M-10 -10l200 10 20 400-230 0z', 'M190 0l220-20 0 420-200 0z']}
      points={[
        { number: 1, x: 90, y: 120 },
        { number: 2, x: 90, y: 120 },
        { number: 3, x: 300, y: 250 },
      ]}
      scale={0.04}
    />
  ),
}
