/** Which blocks of the text are on the screen or will be with the next turn of the wheel. */
import { type RefObject, useEffect, useState } from 'react';

export function useNearBlocks(place: RefObject<HTMLElement | null>, count: number): readonly number[] {
  const [near, setNear] = useState<readonly number[]>([]);
  useEffect(() => {
    const root = place.current;
    if (root === null) return;
    const elements = Array.from(root.children).slice(0, count);
    const placeOf = new Map(elements.map((element, at) => [element, at]));
    const seen = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const at = placeOf.get(target);
          if (at === undefined) continue;
          if (isIntersecting) seen.add(at);
          else seen.delete(at);
        }
        setNear([...seen].toSorted((a, b) => a - b));
      },
      { rootMargin: '75% 0px' },
    );
    for (const element of elements) observer.observe(element);
    return () => observer.disconnect();
  }, [place, count]);
  return near;
}
