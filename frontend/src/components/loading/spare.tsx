import { Component, type ReactNode } from "react";

interface Props {
  /** What is shown if a part of the children breaks. */
  instead: ReactNode;
  children: ReactNode;
}

/** Keeps what breaks in one part of a page from taking the page with it. */
export class Spare extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
