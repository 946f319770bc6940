# Each target sets up what it needs the first time; packaging/from-source.sh does the work.
# Options go in ARGS: make test ARGS="tests/domain -x", make run ARGS=~/Mine.ally

.PHONY: run test check lock demo bench torture

run test check lock demo bench torture:
	@sh packaging/from-source.sh $@ $(ARGS)
