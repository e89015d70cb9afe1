import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "react-router";
import styles from "./button.module.css";

type Look = "primary" | "quiet";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
}

/** A button; `type` is "button" unless said otherwise. */
export function Button({ look = "primary", className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      data-look={look}
      className={`${styles.button} ${className ?? ""}`}
    />
  );
}

interface ButtonLinkProps {
  to: string;
  look?: Look;
  children: ReactNode;
  className?: string;
}

/** A link to another page of ours that looks like a button. */
export function ButtonLink({ look = "primary", className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} data-look={look} className={`${styles.button} ${className ?? ""}`} />;
}
