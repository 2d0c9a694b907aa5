"""The command line. What a command needs is imported when it runs, so that --help answers at once."""

import contextlib
import signal
import sys
from pathlib import Path

import click

from autograder.errors import AutograderError

_MOST_OVERLOOKED = 10  # names of files that fit on a screen beside what was graded


def _plain(text: str) -> str:
    """A message, in which names of files stand, without what a terminal would obey."""
    from autograder.tables import printable

    return printable(text)


class Commands(click.Group):
    """Commands in the order in which a course needs them; errors that a user can act on come without a traceback."""

    def list_commands(self, ctx):
        return list(self.commands)

    def invoke(self, ctx):
        try:
            return super().invoke(ctx)
        except AutograderError as error:
            raise click.ClickException(_plain(str(error))) from error
        except BrokenPipeError:
            raise  # of `| head`: who reads has enough, which click ends without a word
        except OSError as error:
            # A full disk, a folder that may not be written: the system's own words name the file.
            told = click.ClickException(
                f"{_plain(str(error))}. What was finished before is kept; run the command again."
            )
            told.exit_code = 2 if ctx.invoked_subcommand == "check" else 1
            raise told from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--course", "folder", type=click.Path(file_okay=False, path_type=Path), help="The course folder.")
@click.version_option(package_name="convnets-step-by-step")
@click.pass_context
def commands(ctx, folder):
    """Release, collect and grade the notebooks of this course, and say why points were lost.

    \b
    The usual way:
        autograder release               make notebooks/ from solutions/
        autograder release --bundle      and the zip that students get
        autograder collect moodle.zip    put what they sent into submitted/
        autograder grade                 grade it, and print a table
        autograder check FILE.ipynb      or one file, without course or database
        autograder feedback              write a page for each student
        autograder report                and one on the class, for yourself
        nbgrader export                  the marks, as CSV

    To see all of it on a class that does not exist: autograder demo
    """
    ctx.obj = folder


def _course(ctx):
    from autograder.course import Course

    return Course.find(ctx.obj)


def _console():
    from rich.console import Console

    # emoji: a message about A[0, :x:] has none in it.
    return Console(highlight=False, soft_wrap=False, emoji=False)


assignments_argument = click.argument("assignments", nargs=-1, metavar="[ASSIGNMENT]...")
no_sandbox_option = click.option(
    "--no-sandbox", is_flag=True, help="Run code that you trust where it cannot be isolated."
)
jobs_option = click.option("--jobs", "-j", type=click.IntRange(0), default=0, help="How many at a time (0: all cores).")


@commands.command(short_help="Grade a sample class, and show where to look.")
@click.option("--students", type=click.IntRange(1, 500), default=8, show_default=True, help="Size of the class.")
@click.option("--seed", type=int, default=1, show_default=True, help="Which class: the same seed, the same class.")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), help="Where to put it [default: demo/ in the course]."
)
@jobs_option
@click.pass_context
def demo(ctx, students, seed, folder, jobs):
    """Grade a sample class, from release to feedback, and show where to look.

    The class is made by putting known mistakes and right answers in other styles into the solved notebooks. It lives in
    a folder of its own; nobody's gradebook is touched.
    """
    from autograder import demo as demos
    from autograder import grading, sandbox, tables

    console, source = _console(), _course(ctx)
    folder = (folder or source.root / "demo").absolute()
    with console.status(f"Making a class of {students} in {_escape(folder)}"):
        course, room = demos.prepare(source, folder, students, seed)
    for name, packages in source.skipped(source.assignments()).items():
        console.print(f"{name}: left out, {packages} is not installed")
    work = grading.submissions(course, course.assignments())
    trouble = sandbox.available()
    if trouble:
        console.print(
            f"Without a sandbox, since this class is our own. {_escape(trouble.splitlines()[0])}", soft_wrap=True
        )
    graded = _with_progress(
        console,
        "Grading",
        work,
        lambda step: grading.grade(course, work, jobs, sandbox=not trouble, progress=step),
    )
    pages = _with_progress(
        console, "Writing feedback", work, lambda step: grading.feedback(course, work, jobs, progress=step)
    )
    for assignment in course.assignments():
        console.print(
            tables.assignment_table(course, assignment, [g for g in graded if g.submission.assignment == assignment])
        )
    console.print(tables.class_table(course, graded, room))
    reports = grading.reports(course, course.assignments(), course.reports)
    console.print("\nWhere to look:", style="bold")
    named = [result for result in graded if any(lost.mistake for lost in result.lost)]
    lost = named[0] if named else graded[0]
    console.print(f"  a student's page      {_escape(_page(course, lost.submission))}", soft_wrap=True)
    console.print(f"  all pages ({len(pages)})".ljust(24) + _escape(course.feedback), soft_wrap=True)
    console.print(f"  a report on the class {_escape(reports[0].page)}", soft_wrap=True)
    nbgrader = Path(sys.executable).with_name("nbgrader")
    console.print(f"  the marks, as CSV     cd {_escape(course.root)} && {_escape(nbgrader)} export", soft_wrap=True)
    console.print(f"  what was handed in    {_escape(course.submitted)}", soft_wrap=True)
    found = demos.surprises(course, room, graded)
    if found:
        raise AutograderError("Points that are not what was put in:\n  " + "\n  ".join(found))
    console.print(
        f"\nEvery one of {len(graded)} submissions has the points that it should have: a mistake costs its own"
        " exercise, and nothing else.",
        style="green",
    )


@commands.command(short_help="Make notebooks/ from solutions/.")
@assignments_argument
@click.option("--bundle", is_flag=True, help="Also write the zip that students get.")
@click.option("--drop-grades", is_flag=True, help="Forget grades that were given by cells which have changed.")
@click.pass_context
def release(ctx, assignments, bundle, drop_grades):
    """Make notebooks/ from solutions/: answers become None, hidden tests go.

    nbgrader's database learns of each assignment. The same source gives the same bytes, and an old release stays where
    it is until the new one is whole.
    """
    from autograder import bundle as bundles
    from autograder import release as releases

    console, course = _console(), _course(ctx)
    names = course.assignments(assignments)
    for released in releases.release(course, names, drop_grades):
        what = "released" if released.changed else "is up to date"
        console.print(f"{released.assignment}: {what}, {_escape(released.path)}", soft_wrap=True)
    if bundle:
        target = bundles.bundle(course, names, course.root / "convnets-step-by-step.zip")
        console.print(f"For students: {_escape(target)}", soft_wrap=True)


@commands.command(short_help="Prove that the solutions and notebooks/ are right.")
@assignments_argument
@click.option("--update", is_flag=True, help="First run the solutions, store their outputs, and release them.")
@click.option("--mutants", is_flag=True, help="Also test the tests with small changes of the solutions (Cosmic Ray).")
@click.pass_context
def verify(ctx, assignments, update, mutants):
    """Prove that the solutions are right, that notebooks/ is what they give, and that the tests are good.

    The solutions run and give their stored outputs (nbval); each has full marks; each release, unfilled, has none; each
    test cell keeps to the rules that let it run apart from a student's code.

    Then every known mistake and every right answer in another style is put into the solution. Printed is which test
    cells each of them fails (✗, and ⊗ for the one that is meant for a mistake) and whether a mistake is named.
    """
    from autograder import matrix
    from autograder import release as releases
    from autograder import verify as proofs
    from autograder.notebook import Solved

    console, course = _console(), _course(ctx)
    names = course.assignments(assignments)
    skipped = course.skipped(names)
    run = [name for name in names if name not in skipped]
    with console.status("") as status:
        if update:
            for name in run:
                status.update(f"{name}: running, to store its outputs")
                proofs.store_outputs(course.solution(name))
            releases.release(course, names)
        problems = proofs.verify(course, names, progress=status.update)
        for name in run if matrix else []:
            status.update(f"{name}: known mistakes, and right answers in other styles")
            solved, rows = Solved.read(course.solution(name)), matrix.rows(course.solution(name))
            for exercise in solved.exercises:
                console.print(f"\n{matrix.summary(exercise, rows)}", style="bold", soft_wrap=True)
                console.print(matrix.table(solved, exercise, rows))
            problems += [proofs.Problem(str(solved.path), what) for what in matrix.complaints(solved, rows)]
            if mutants:
                for exercise in solved.exercises:
                    status.update(f"{name}: mutants of {exercise}")
                    problems += _mutants(console, solved.path, exercise)
    for problem in problems:
        console.print(f"[bold red]✗[/] {_escape(problem.where)}\n    {_escape(problem.what)}", soft_wrap=True)
    if problems:
        raise AutograderError(f"{_count(len(problems), 'problem')} in {', '.join(names)}.")
    for name, packages in skipped.items():
        console.print(f"{name}: skipped, {packages} is not installed")
    if run:
        console.print(f"✓ {', '.join(run)}: solutions, tests and releases are right.", style="green")


def _mutants(console, path, exercise) -> list:
    """Print what became of an exercise's mutants; those that survive without a reason are problems."""
    from autograder import mutants
    from autograder.verify import Problem

    count, survivors = mutants.survivors(path, exercise)
    console.print(f"{exercise}: {_count(count, 'mutant')}, {len(survivors)} with full marks")
    for survivor in survivors:
        change = f"{survivor.mutant.line}  →  {survivor.mutant.changed}"
        console.print(f"    {_escape(change)}\n        {_escape(survivor.why or 'not explained')}", soft_wrap=True)
    unexplained = [survivor.mutant for survivor in survivors if not survivor.why]
    return [Problem(f"{path}, {exercise}", f"no test notices: {one.line}  →  {one.changed}") for one in unexplained]


@commands.command(short_help="Put what Moodle and Canvas export into submitted/.")
@click.argument("zips", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--assignment", help="What the zips are for, where their files do not tell.")
@click.option("--force", is_flag=True, help="Replace submissions that may be newer than the ones in the zips.")
@click.pass_context
def collect(ctx, zips, assignment, force):
    """Put submissions into submitted/, from the zips that Moodle and Canvas export.

    A file is recognised by the cells in it, else by its name. What is replaced is kept in downloaded/replaced/.
    """
    from autograder.collecting.collect import collect as collect_zips

    console, course = _console(), _course(ctx)
    if assignment:
        course.assignments([assignment])
    with console.status("") as status:
        collected, skipped = collect_zips(
            course.root, zips, assignment, force, progress=lambda doing: status.update(_escape(doing))
        )
    for item in collected:
        console.print(f"{item.status:10} {_escape(item.assignment)}  {_escape(item.student)}")
    for item in skipped:
        console.print(f"[yellow]skipped[/]    {_escape(item.file)}: {_escape(item.reason)}", soft_wrap=True)
    students = len({item.student for item in collected})
    console.print(
        f"{_count(len(collected), 'submission')} of {_count(students, 'student')} in {_escape(course.submitted)}.",
        soft_wrap=True,
    )


@commands.command(short_help="Grade submitted/: who got what, and what went wrong.")
@assignments_argument
@click.option("--student", metavar="ID", help="Grade this student alone.")
@click.option("--regrade", is_flag=True, help="Grade again what was graded before and has not changed.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object per line and submission.")
@no_sandbox_option
@jobs_option
@click.pass_context
def grade(ctx, assignments, student, regrade, as_json, no_sandbox, jobs):
    """Grade submitted/, and print who got what, and what went wrong.

    Each submission runs in a sandbox of its own, and the tests elsewhere. Results are in nbgrader's gradebook and in
    autograded/. Interrupted? Run it again: what was graded is kept.
    """
    import json

    from autograder import grading, tables

    console, course = _console(), _course(ctx)
    names = course.assignments(assignments)
    work = grading.submissions(course, names, student)
    if not assignments and not student:
        _tell_overlooked(course, grading.overlooked(course))
    if not work:
        console.print(
            f"There is no submission for {', '.join(names)} in {_escape(course.submitted)}:"
            " `autograder collect` puts them there.",
            soft_wrap=True,
        )
        return
    if no_sandbox:
        _warn_of_no_sandbox("every one of these submissions")
    try:
        graded = _with_progress(
            console,
            "Grading",
            work,
            lambda step, begin: grading.grade(
                course, work, jobs, regrade, sandbox=not no_sandbox, progress=step, begin=begin
            ),
            quiet=as_json,
            later=True,
        )
    except KeyboardInterrupt:
        # A second Ctrl-C would interrupt nothing but the way out.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise AutograderError("Interrupted. What was graded is kept: run the command again to go on.") from None
    if as_json:
        for result in graded:
            click.echo(json.dumps(result.as_dict(), ensure_ascii=False))
        sys.exit(1 if any(result.problem for result in graded) else 0)
    for name in names:
        mine = [result for result in graded if result.submission.assignment == name]
        if mine:
            console.print(tables.assignment_table(course, name, mine))
    skipped = sum(result.skipped for result in graded)
    if skipped:
        console.print(
            f"{_count(skipped, 'submission')} had been graded before, unchanged since then; --regrade grades again."
        )
    if any(result.problem for result in graded):
        sys.exit(1)


@commands.command(short_help="Grade one file, and print points and reasons.")
@click.argument("notebook", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--assignment", help="What the file is of, where its cells and its name do not tell.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, which CONTRIBUTING.md describes.")
@no_sandbox_option
@click.pass_context
def check(ctx, notebook, assignment, as_json, no_sandbox):
    """Grade one notebook: points and reasons per test cell. No course to set up, no database.

    Its code runs in a sandbox, and the tests elsewhere: it can neither read nor change them. Exit code 0: full marks;
    1: points lost; 2: could not be graded.
    """
    import json

    from autograder import checking

    console = _console()
    if no_sandbox:
        _warn_of_no_sandbox("this notebook")
    try:
        with console.status("Grading") if not as_json else contextlib.nullcontext():
            judged = checking.check(checking.nearest_course(ctx.obj), notebook, assignment, not no_sandbox)
    except AutograderError as error:
        click.echo(f"Error: {_plain(str(error))}", err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps(judged.as_dict(), indent=2, ensure_ascii=False))
    elif judged.problem:
        console.print(f"{_escape(notebook)}: {_escape(judged.problem)}", soft_wrap=True)
    else:
        from autograder import tables

        console.print(tables.verdicts_table(judged))
        for part in tables.explanations(judged):
            console.print(part, crop=False)
        for note in judged.notes:
            console.print(f"Note: {_escape(note)}")
    sys.exit(2 if judged.problem else 0 if judged.points == judged.max_points else 1)


@commands.command(short_help="Write a page for each graded submission.")
@assignments_argument
@click.option("--student", metavar="ID", help="Write the page of this student alone.")
@jobs_option
@click.pass_context
def feedback(ctx, assignments, student, jobs):
    """Write a page for each graded submission: points, reasons, the notebook as it ran. No hidden test is on it.

    Pages are in feedback/, where nbgrader looks for them: `nbgrader release_feedback` hands them out. Each is one file
    that loads nothing from anywhere. Grades and comments that you gave in the formgrader are on it, and late penalties:
    write the pages again when you have changed them.
    """
    from autograder import grading

    console, course = _console(), _course(ctx)
    work = [
        item
        for item in grading.submissions(course, course.assignments(assignments), student)
        if (course.autograded / item.student / item.assignment).is_dir()
    ]
    if not work:
        console.print("Nothing has been graded yet: `autograder grade` comes first.")
        return
    pages = _with_progress(console, "Writing", work, lambda step: grading.feedback(course, work, jobs, progress=step))
    console.print(f"{_count(len(pages), 'page')} in {_escape(course.feedback)}", soft_wrap=True)
    without = [f"{item.student} {item.assignment}" for item in work if _page(course, item) not in pages]
    if without:
        raise AutograderError(f"No page for {', '.join(without)}: `autograder grade` comes first.")


@commands.command(short_help="Write a page and tables on how the class did.")
@assignments_argument
@click.option("--anonymous", is_flag=True, help="No names and no ids, neither on the page nor in the tables.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Where to put it [default: reports/].")
@click.pass_context
def report(ctx, assignments, anonymous, output):
    """Write a page on how the class did, for yourself, and two tables as CSV; for each assignment that was graded.

    \b
    The page says
      how the points are spread;
      which mistakes were common, and who made them;
      which wrong answers no known mistake explains, alike ones together;
      what became of each test, and which tests tell nobody apart;
      what could not be graded, and what was slow.

    It reads what `autograder grade` left in autograded/, and the points of the gradebook, so that grades by hand count.
    With --anonymous, submissions are numbered in a random order, the same each time.
    """
    from autograder import grading

    console, course = _console(), _course(ctx)
    names = course.assignments(assignments)
    reports = grading.reports(course, names, output or course.reports, anonymous)
    for one in reports:
        _summarise(console, one)
    without = [name for name in names if name not in {one.found.assignment for one in reports}]
    if without:
        console.print(f"Nothing is graded of {', '.join(without)}: `autograder grade` comes first.", soft_wrap=True)


def _summarise(console, report) -> None:
    """A few lines on a report, and where it is."""
    found = report.found
    console.print(f"{found.assignment}: {_count(len(found.entries), 'submission')} graded", style="bold")
    if found.ungraded:
        console.print(f"  {found.ungraded} not graded yet: `autograder grade` does it, then write the report again")
    broken = len(found.entries) - len(found.graded)
    if broken:
        console.print(f"  {broken} not gradable")
    if found.points:
        mean, median = sum(found.points) / len(found.points), found.quantile(0.5)
        console.print(f"  points of {found.full:g}: mean {mean:.1f}, median {median:g}")
    for row in found.mistakes()[:3]:
        console.print(f"  {len(row.labels)} × {row.exercise}: {row.name.replace('_', ' ')}")
    unnamed = sum(len(row.labels) for row in found.unnamed())
    if unnamed:
        console.print(f"  {unnamed} × wrong, and without a name")
    for file in (report.page, *report.sheets):
        console.print(f"  {_escape(file)}", soft_wrap=True)


def _warn_of_no_sandbox(what: str) -> None:
    click.echo(
        f"Without a sandbox, what the code of {what} does, it does with your rights: to your files, to other"
        " submissions, over the network. The tests still run apart from it.",
        err=True,
    )


def _tell_overlooked(course, paths) -> None:
    if not paths:
        return
    one = len(paths) == 1
    click.echo(
        f"{_count(len(paths), 'file')} in {course.submitted} {'is' if one else 'are'} not graded, for"
        f" {'it does' if one else 'they do'} not lie in a folder STUDENT/ASSIGNMENT:",
        err=True,
    )
    for path in paths[:_MOST_OVERLOOKED]:
        name = _plain(str(path.relative_to(course.submitted))).replace("\n", "\ufffd")
        click.echo(f"  {name}", err=True)
    if len(paths) > _MOST_OVERLOOKED:
        click.echo(f"  and {len(paths) - _MOST_OVERLOOKED} more", err=True)


def _with_progress(console, title: str, work: list, run, quiet: bool = False, later: bool = False):
    """Run something that calls back once for each piece of work, behind a progress bar; quiet: without one.

    later: it gets a second function to call, which shows the bar.
    """
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn()
    bar = Progress(*columns, console=console, disable=quiet)
    task = bar.add_task(title, total=len(work))
    try:
        if later:
            return run(lambda _: bar.advance(task), bar.start)
        bar.start()
        return run(lambda _: bar.advance(task))
    finally:
        if bar.live.is_started:
            bar.stop()


def _page(course, item) -> Path:
    return course.feedback / item.student / item.assignment / f"{item.assignment}.html"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _escape(text) -> str:
    from rich.markup import escape

    from autograder.tables import printable

    return escape(printable(text))
