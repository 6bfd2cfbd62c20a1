/** A key, or several with spaces between that are pressed one after the other: `G H`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className="inline-flex gap-1">
      {keys.split(' ').map((key, index) => (
        <kbd
          key={index}
          className="rounded-s border border-b-2 border-rule bg-raise px-1.5 font-sans text-12 font-medium whitespace-nowrap text-muted"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
