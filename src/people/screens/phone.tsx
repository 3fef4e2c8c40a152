import { useEffect, useState } from 'react';

/** A kept number as people of its country write it, ready to be called. What writes it so is large, so it comes after. */
export function Phone({ number }: { number: string }) {
  const [shown, setShown] = useState(number);
  useEffect(() => {
    let current = true;
    void import('../phone.ts').then(({ showPhone }) => current && setShown(showPhone(number)));
    return () => {
      current = false;
    };
  }, [number]);
  return (
    <a href={`tel:${number}`} className="inline-flex min-h-11 items-center text-primary underline underline-offset-4">
      <bdi dir="ltr" className="whitespace-nowrap">
        {shown}
      </bdi>
    </a>
  );
}
