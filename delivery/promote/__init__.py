"""Brings a tagged release from staging to production, or production back to an earlier one.

    python -m delivery.promote --tag v1.2.3 [--rebuild] [--dry-run]
    python -m delivery.promote --tag v1.2.2 --rollback [--across-migrations] [--dry-run]

It proves that the tag is on the release branch, that CI is green on its commit, and that
staging's current release is exactly that commit and healthy, and waits for both; backs production's
database up; promotes that very release; sees that nothing of the live site got worse, for a minute;
and rolls back when it did and no migration ran. Running it again is safe: what is already live is
only checked.

Exit codes; with 2 to 22 and 50 to 52 production was not touched:
    0   done: the tag is live and healthy, or was rolled back to as asked, or the dry run passed
    2   the settings or the command line are wrong, or the checkout lacks history
    10  the tag does not exist or is not on the release branch
    11  a required CI status is red       12  still pending, or
    13  still missing, after half an hour
    14  staging runs another commit, after half an hour; or its release failed
    15  staging is not healthy
    16  another deployment is running     17  production moved while this one was prepared
    18  the apps are not staging and production of one pipeline
    19  the rollback asked for is not possible, or needs --across-migrations
    20  the backup failed                 21  the backup was not finished in time
    22  production is in maintenance mode
    30  the promotion failed; production runs what it ran before
    31  the promotion was started, and its end was not seen
    40  the new release was not well and was rolled back
    41  the new release is not well, and rolling it back by itself is not safe or cures nothing
    42  a rollback was needed or asked for and failed
    50  a key has expired or may not do this
    51  a rate limit is used up
    52  a service could not be reached, or gave an answer of no use
    60  interrupted                       70  a fault of this program
Every ending prints what was done, how production stands, and what is left to do.

Settings, from the environment: PRODUCTION_APP, STAGING_APP, PRODUCTION_URL, STAGING_URL,
REQUIRED_STATUSES (one name per line), GITHUB_REPOSITORY, GITHUB_TOKEN, HEROKU_API_KEY; if
wanted PROOF_CODE (the code of a jar whose story production tells), RELEASE_BRANCH (master),
DEPLOY_WEBHOOK_URL and DELIVERY_<WAIT>_SECONDS for each wait in `delivery.run.waiting`.
"""
